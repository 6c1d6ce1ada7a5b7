import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNumber, IsObject, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';

const free = { type: 'object', additionalProperties: true } as const;

/** `settings` and `secrets` are checked by the connector's own schemas. */
export class CreateConnectionDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name!: string;

  @ApiProperty({ example: 'diadoc' })
  @IsString()
  @MaxLength(60)
  system!: string;

  @ApiProperty(free)
  @IsObject()
  settings!: Record<string, unknown>;

  @ApiProperty(free)
  @IsObject()
  secrets!: Record<string, unknown>;

  @ApiPropertyOptional({ minimum: 0.1, maximum: 1000 })
  @IsOptional()
  @IsNumber()
  @Min(0.1)
  @Max(1000)
  limitPerSecond?: number;

  @ApiPropertyOptional({ description: 'A test contour: trial runs may act on it' })
  @IsOptional()
  @IsBoolean()
  isTest?: boolean;
}

/** What is left out stays; secrets are set as a whole. */
export class ChangeConnectionDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  @ApiPropertyOptional(free)
  @IsOptional()
  @IsObject()
  settings?: Record<string, unknown>;

  @ApiPropertyOptional(free)
  @IsOptional()
  @IsObject()
  secrets?: Record<string, unknown>;

  @ApiPropertyOptional({ minimum: 0.1, maximum: 1000 })
  @IsOptional()
  @IsNumber()
  @Min(0.1)
  @Max(1000)
  limitPerSecond?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  isTest?: boolean;
}
