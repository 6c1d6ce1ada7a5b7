import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

const KINDS = ['legal', 'sole-trader'] as const;
const REGIMES = ['osno', 'usn', 'usn-vat-5', 'usn-vat-7', 'psn', 'npd'] as const;

class PersonDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  lastName!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  firstName!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  middleName?: string;
}

class AddressDto {
  @ApiProperty({ example: '643' })
  @IsString()
  @MinLength(3)
  @MaxLength(3)
  countryCode!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  countryName?: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  text!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2)
  regionCode?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(6)
  postalCode?: string;
}

class BankDto {
  @ApiProperty()
  @IsString()
  @MinLength(20)
  @MaxLength(20)
  account!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  bankName?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(9)
  bik?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(20)
  correspondentAccount?: string;
}

class BoxDto {
  @ApiProperty()
  @IsUUID()
  connectionId!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  boxId!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  fnsParticipantId!: string;
}

/** Check digits of ИНН, КПП and ОГРН are looked at by the service, with a sentence each. */
export class OrganizationDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: (typeof KINDS)[number];

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  name!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(12)
  inn!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(9)
  kpp?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(15)
  ogrn?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsISO8601({ strict: true })
  ogrnDate?: string;

  @ApiProperty({ enum: REGIMES })
  @IsIn(REGIMES)
  taxRegime!: (typeof REGIMES)[number];

  @ApiPropertyOptional({ example: 'Europe/Moscow' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonDto)
  person?: PersonDto;

  @ApiPropertyOptional()
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  address?: AddressDto;

  @ApiPropertyOptional()
  @IsOptional()
  @ValidateNested()
  @Type(() => BankDto)
  bank?: BankDto;

  @ApiPropertyOptional({ type: [BoxDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => BoxDto)
  boxes?: BoxDto[];
}
