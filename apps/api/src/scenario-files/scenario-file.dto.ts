import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength } from 'class-validator';

const free = { type: 'object', additionalProperties: true } as const;

export class ExportQuery {
  @ApiPropertyOptional({ minimum: 1, description: 'Number of a published version; without it the draft' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version?: number;

  @ApiPropertyOptional({ default: false, description: 'Also what fills it, by names' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  binding?: boolean;
}

/** The file is checked by its own schema, not here. */
export class CheckFileDto {
  @ApiProperty({ ...free, description: 'The JSON of a scenario file' })
  @IsObject()
  file!: object;

  @ApiPropertyOptional({ ...free, description: "Ids of connections and values, instead of the file's own binding" })
  @IsOptional()
  @IsObject()
  binding?: object;

  @ApiPropertyOptional({ format: 'uuid', description: 'The scenario whose draft it replaces; without it a new one' })
  @IsOptional()
  @IsUUID()
  scenarioId?: string;
}

export class ImportDto extends CheckFileDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({ minimum: 1, description: 'The revision that was seen; with scenarioId' })
  @IsOptional()
  @IsInt()
  @Min(1)
  draftRevision?: number;
}
