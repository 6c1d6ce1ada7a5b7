import type { ConnectionManifest } from '@potok/contracts';

export const connectionsFile: string;
export const connectionManifests: () => readonly ConnectionManifest[];
export const readConnections: () => readonly ConnectionManifest[];
