// Styles of the pages where scenarios are drawn, tried and compared, over those of `styles.ts`: fetched with those pages.
import '../compare/compare.css';
import '../editor/editor.css';
import '../picture/picture.css';
import '../describe/describe.css';
import '../start/start.css';
import '../coach/coach.css';
import '../values/values.css';
import '../mapping/mapping.css';
import '../trying/trying.css';
