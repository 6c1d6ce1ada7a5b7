import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

const OURS = /\/libs\/[\w/-]+\/src\//;
const DEFAULT_API = 'http://127.0.0.1:4100';

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  // `source` lets the libraries be read as they are written, without a build of theirs.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    // Our libraries only define: of the compiler that `portsOf` lives beside, nothing else is taken along.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => (OURS.test(id) ? false : undefined) } },
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: { '/api': { target: loadEnv(mode, import.meta.dirname, 'POTOK_').POTOK_API ?? DEFAULT_API } },
  },
}));
