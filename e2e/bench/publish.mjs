/** A drawing as a person publishes it. Answers its id and, where it has one, the address of its hook. */
export const publishDrawing = async (api, draft, slots = {}) => {
  const { id } = await api('POST', 'scenarios', { draft, binding: { slots, parameters: {} } });
  await api('POST', `scenarios/${id}/publish`, {});
  const { trigger } = await api('GET', `scenarios/${id}`);
  return { id, webhookUrl: trigger?.webhookUrl };
};
