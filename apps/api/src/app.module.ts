import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { ApiConfig, Clock } from '@potok/config';
import type { Manifest } from '@potok/contracts';
import { blobRowsOf, openBlobStore } from '@potok/persistence';
import type { Log } from '@potok/telemetry';
import type { DataSource } from 'typeorm';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { CertificateController } from './certificates/certificate.controller.js';
import { CertificateService } from './certificates/certificate.service.js';
import { ConnectionController } from './connections/connection.controller.js';
import { AccountChecks } from './connections/account-checks.js';
import { ConnectionService } from './connections/connection.service.js';
import { CounterpartyController } from './counterparties/counterparty.controller.js';
import { CounterpartyService } from './counterparties/counterparty.service.js';
import { DeliveryController } from './deliveries/delivery.controller.js';
import { DeliveryService } from './deliveries/delivery.service.js';
import { DocumentController } from './documents/document.controller.js';
import { DocumentService } from './documents/document.service.js';
import { ExportController } from './exports/export.controller.js';
import { ExportService } from './exports/export.service.js';
import { HealthController } from './health/health.controller.js';
import { ApiTokenController } from './identity/api-token.controller.js';
import { ApiTokenService } from './identity/api-token.service.js';
import { CallerGuard } from './identity/caller.guard.js';
import { SessionController } from './identity/session.controller.js';
import { SessionService } from './identity/session.service.js';
import { LiveController } from './live/live.controller.js';
import type { PostgresListener } from './live/postgres-listener.js';
import { ManifestController } from './nodes/manifest.controller.js';
import { NodeCatalogue } from './nodes/node-catalogue.js';
import { OrganizationController } from './organizations/organization.controller.js';
import { OrganizationService } from './organizations/organization.service.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ReconciliationController } from './reconciliations/reconciliation.controller.js';
import { ReconciliationService } from './reconciliations/reconciliation.service.js';
import { RequestController } from './requests/request.controller.js';
import { RequestService } from './requests/request.service.js';
import { RunController } from './runs/run.controller.js';
import { RerunController } from './runs/rerun.controller.js';
import { RerunService } from './runs/rerun.service.js';
import { RunDataService } from './runs/run-data.service.js';
import { RunService } from './runs/run.service.js';
import { BindingService } from './scenarios/binding.service.js';
import { Compiler } from './scenarios/compiler.service.js';
import { ScenarioFileController } from './scenario-files/scenario-file.controller.js';
import { ScenarioFileService } from './scenario-files/scenario-file.service.js';
import { SchemaController } from './scenario-files/schema.controller.js';
import { DraftService } from './scenarios/draft.service.js';
import { HookService } from './scenarios/hook.service.js';
import { PresenceController } from './scenarios/presence.controller.js';
import { PresenceService } from './scenarios/presence.service.js';
import { PublishService } from './scenarios/publish.service.js';
import { PublishPreviewService } from './scenarios/publish-preview.service.js';
import { RestoreService } from './scenarios/restore.service.js';
import { ScenarioController } from './scenarios/scenario.controller.js';
import { ScenarioService } from './scenarios/scenario.service.js';
import { TrialRunService } from './scenarios/trial-run.service.js';
import { StartRunService } from './scenarios/start-run.service.js';
import { Starters } from './scenarios/starters.service.js';
import { VersionController } from './scenarios/version.controller.js';
import { VersionService } from './scenarios/version.service.js';
import { TemplateController } from './templates/template.controller.js';
import { WaitController } from './waits/wait.controller.js';
import { WaitService } from './waits/wait.service.js';
import { DraftKnowledge } from './trying/draft-knowledge.js';
import { SampleReaders } from './trying/sample-readers.js';
import { SampleSources } from './trying/sample-sources.service.js';
import { SampleService } from './trying/sample.service.js';
import { TestAddressService } from './trying/test-address.service.js';
import { TryService } from './trying/try.service.js';
import { TryingController } from './trying/trying.controller.js';
import { WorkspaceController } from './workspaces/workspace.controller.js';
import { WorkspaceService } from './workspaces/workspace.service.js';
import { AppDatabase } from './server/app-database.js';
import { APP_POOL, BLOBS, CLOCK, CONFIG, LISTENER, LOG } from './server/tokens.js';

export interface Surroundings {
  readonly config: ApiConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly pool: DataSource;
  readonly listener: PostgresListener;
  readonly manifest: Manifest;
}

const controllers = [
  HealthController,
  SessionController,
  WorkspaceController,
  ApiTokenController,
  ManifestController,
  SchemaController,
  ScenarioFileController,
  ScenarioController,
  PresenceController,
  VersionController,
  RerunController,
  RunController,
  RequestController,
  LiveController,
  DeliveryController,
  DocumentController,
  ExportController,
  ConnectionController,
  OrganizationController,
  CertificateController,
  CounterpartyController,
  AuditController,
  ReconciliationController,
  TemplateController,
  WaitController,
  TryingController,
];

const services = [
  AppDatabase,
  SessionService,
  WorkspaceService,
  ApiTokenService,
  Compiler,
  Starters,
  ScenarioService,
  DraftService,
  ScenarioFileService,
  PresenceService,
  PublishService,
  PublishPreviewService,
  VersionService,
  RestoreService,
  BindingService,
  HookService,
  StartRunService,
  TrialRunService,
  RunService,
  RerunService,
  RunDataService,
  RequestService,
  DeliveryService,
  DocumentService,
  AccountChecks,
  ExportService,
  ConnectionService,
  OrganizationService,
  CertificateService,
  CounterpartyService,
  AuditService,
  ReconciliationService,
  WaitService,
  SampleService,
  DraftKnowledge,
  SampleReaders,
  SampleSources,
  TestAddressService,
  TryService,
];

@Module({})
export class AppModule {
  static with({ config, clock, log, pool, listener, manifest }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      controllers,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: LOG, useValue: log },
        { provide: APP_POOL, useValue: pool },
        { provide: BLOBS, useValue: openBlobStore(config.blobStore, blobRowsOf(pool)) },
        { provide: LISTENER, useValue: listener },
        { provide: NodeCatalogue, useValue: new NodeCatalogue(manifest) },
        { provide: APP_GUARD, useClass: CallerGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...services,
      ],
    };
  }
}
