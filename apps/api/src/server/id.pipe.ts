import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Refusal } from '../problems/refusal.js';

/** Ids in addresses: a wrong one gets its sentence before it reaches the database. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUUID(value)) return value.toLowerCase();
    throw new Refusal('invalid', 'ID_WRONG', { facts: { id: value } });
  }
}
