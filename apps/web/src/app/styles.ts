// Every style that all pages need, in the order in which they may override one another.
import '@fontsource-variable/golos-text/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import './mantine-styles.js';
import '@xyflow/react/dist/style.css';
import './theme.css';
import './frame.css';
import '../page/page.css';
import '../states/states.css';
import '../sign-in/sign-in.css';
import '../canvas/canvas.css';
import '../canvas/far.css';
import '../runs/runs.css';
import '../waits/waits.css';
import '../documents/documents.css';
import '../scenarios/scenarios.css';
import '../settings/settings.css';
