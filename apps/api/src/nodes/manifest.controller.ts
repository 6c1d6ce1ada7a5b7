import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Manifest } from '@potok/contracts';
import { NodeCatalogue } from './node-catalogue.js';

@ApiTags('nodes')
@Controller('manifest')
export class ManifestController {
  constructor(private readonly nodes: NodeCatalogue) {}

  @Get()
  manifest(): Manifest {
    return this.nodes.manifest;
  }
}
