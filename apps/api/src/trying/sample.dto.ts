import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsObject, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

const free = { type: 'object', additionalProperties: true } as const;

class NamedDto {
  @ApiProperty({ maxLength: 120 })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name!: string;
}

/** `data` is `{ trigger, steps }`; checked by the service, which says what is wrong in words of the place. */
export class CreateSampleDto extends NamedDto {
  @ApiProperty(free)
  @IsObject()
  data!: object;
}

/** What is left out stays. */
export class ChangeSampleDto {
  @ApiPropertyOptional({ maxLength: 120 })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  @ApiPropertyOptional(free)
  @IsOptional()
  @IsObject()
  data?: object;
}

export class SampleFromRunDto extends NamedDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  runId!: string;
}

export class SampleFromDeliveryDto extends NamedDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  deliveryId!: string;
}

/** All parts are checked by their own schemas. */
export class TryDto {
  @ApiProperty(free)
  @IsObject()
  draft!: object;

  @ApiProperty(free)
  @IsObject()
  binding!: object;

  @ApiProperty({ example: 'main' })
  @IsString()
  @MaxLength(100)
  graph!: string;

  @ApiProperty(free)
  @IsObject()
  data!: object;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  pinned?: string[];

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  only?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  upTo?: string;

  @ApiPropertyOptional(free)
  @IsOptional()
  @IsObject()
  ports?: object;
}

export class HeardQuery {
  /** Since when; at most an hour back. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601()
  since?: string;

  @ApiPropertyOptional({ enum: ['ru', 'en'] })
  @IsOptional()
  @IsString()
  lang?: string;
}
