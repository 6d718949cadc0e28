/** `<study-offline>`: what of the site can be saved in this browser. What it takes is loaded when the reader comes near. */
class StudyOffline extends HTMLElement {
  connectedCallback(): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void import('./offline-panel.ts').then(({ openOfflinePanel }) => openOfflinePanel(this));
    });
    observer.observe(this);
  }
}

customElements.define('study-offline', StudyOffline);
