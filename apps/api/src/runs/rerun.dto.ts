import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

const NODE = /^[a-zA-Z]\w{0,39}$/;
const VISIT = /^[\d/~]{1,200}$/;

/** A step of a run: node and visit, as the run's steps name them. */
export class StepPlaceDto {
  @ApiProperty({ example: 'send' })
  @Matches(NODE)
  node!: string;

  @ApiProperty({ example: '0' })
  @Matches(VISIT)
  visit!: string;
}

export class RerunPlanQuery extends StepPlaceDto {}

export class RerunDto {
  @ApiProperty({ type: StepPlaceDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => StepPlaceDto)
  from!: StepPlaceDto;

  /** Instead of the data of the run that is repeated; in the shape of the trigger's output. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  data?: object;

  /** `own`, the version of the run, when left out. */
  @ApiPropertyOptional({ enum: ['own', 'published'] })
  @IsOptional()
  @IsIn(['own', 'published'])
  version?: 'own' | 'published';
}

export class AgainDto {
  @ApiProperty({ type: StepPlaceDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => StepPlaceDto)
  from!: StepPlaceDto;

  @ApiProperty({ minLength: 3, maxLength: 1000 })
  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  reason!: string;
}
