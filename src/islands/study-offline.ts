/** `<study-offline>`: what of the site can be saved in this browser. */
import { openOfflinePanel } from './offline-panel.ts';

class StudyOffline extends HTMLElement {
  connectedCallback(): void {
    void openOfflinePanel(this);
  }
}

customElements.define('study-offline', StudyOffline);
