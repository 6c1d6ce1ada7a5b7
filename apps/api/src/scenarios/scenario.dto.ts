import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength } from 'class-validator';

const free = { type: 'object', additionalProperties: true } as const;

/** Drawing and binding are checked by their own schemas, not here. */
export class CreateScenarioDto {
  @ApiProperty(free)
  @IsObject()
  draft!: object;

  @ApiPropertyOptional(free)
  @IsOptional()
  @IsObject()
  binding?: object;
}

export class NewScenarioDto extends CreateScenarioDto {
  /** The template that the drawing was taken from: its example becomes a sample of data. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  templateId?: string;
}

export class SaveDraftDto extends CreateScenarioDto {
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  draftRevision!: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'The browser tab that saves; refused while another one edits' })
  @IsOptional()
  @IsUUID()
  tab?: string;
}

export class BindDto {
  @ApiProperty(free)
  @IsObject()
  binding!: object;

  @ApiProperty({ minimum: 1, description: 'The revision that was seen' })
  @IsInt()
  @Min(1)
  draftRevision!: number;
}

export class SwitchScenarioDto {
  @ApiProperty()
  @IsBoolean()
  isEnabled!: boolean;
}

export class HookKeyDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  secret!: string;
}

export class TrialRunDto {
  @ApiProperty(free)
  @IsObject()
  data!: object;

  @ApiProperty({ minimum: 1, description: 'The revision of the draft that was seen' })
  @IsInt()
  @Min(1)
  draftRevision!: number;
}

export class StartRunDto {
  @ApiProperty(free)
  @IsObject()
  data!: object;
}
