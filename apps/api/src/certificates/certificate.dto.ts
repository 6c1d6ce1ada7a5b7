import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

const MAX_CHARACTERS = 50_000;
/** Where a key lies that is not given to us. */
export const OUTSIDE_PROVIDERS = ['browser', 'dss', 'operator-cloud'] as const;

export class AddCertificateDto {
  @ApiProperty()
  @IsUUID()
  organizationId!: string;

  @ApiProperty({ description: 'base64 of DER, or PEM' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_CHARACTERS)
  certificate!: string;

  @ApiPropertyOptional({
    description: 'base64 of PKCS#8, or PEM: the worker then signs with it. Kept encrypted, never shown',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_CHARACTERS)
  privateKey?: string;

  @ApiPropertyOptional({ enum: OUTSIDE_PROVIDERS, default: 'browser' })
  @IsOptional()
  @IsIn(OUTSIDE_PROVIDERS)
  provider?: (typeof OUTSIDE_PROVIDERS)[number];
}
