import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';

const WANTS = ['look', 'edit'] as const;

export class PresenceDto {
  @ApiProperty({ format: 'uuid', description: 'Chosen by the browser tab, for as long as it lives' })
  @IsUUID()
  tab!: string;

  @ApiProperty({ enum: WANTS })
  @IsIn(WANTS)
  wants!: (typeof WANTS)[number];

  @ApiPropertyOptional({ description: 'Take the lock from a tab that still holds it' })
  @IsOptional()
  @IsBoolean()
  takeOver?: boolean;
}
