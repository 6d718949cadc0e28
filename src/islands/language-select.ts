/** Leads to the same page in another language. */
for (const select of document.querySelectorAll<HTMLSelectElement>('[data-preference=language]')) {
  select.addEventListener('change', () => location.assign(select.value));
  // A page that comes back as it was left would name the language that was gone to.
  addEventListener('pageshow', () => {
    for (const option of select.options) option.selected = option.defaultSelected;
  });
}
