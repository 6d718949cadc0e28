/** What a text of data may hold that Markdown would take for its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~^&]/g, '\\$&');
}
