import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** How a version is called and what it is for; what is left out stays, an empty text takes it away. */
export class DescribeVersionDto {
  @ApiPropertyOptional({ maxLength: 120 })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  name?: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;
}

export class PublishDto extends DescribeVersionDto {
  @ApiPropertyOptional({ minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  draftRevision?: number;
}

export class RestoreDto {
  @ApiProperty({ minimum: 1, description: 'The revision that was seen' })
  @IsInt()
  @Min(1)
  draftRevision!: number;
}

/** Blank is no name. */
export const textOrNothing = (text: string | undefined): string | null | undefined =>
  text === undefined ? undefined : text.trim() === '' ? null : text.trim();
