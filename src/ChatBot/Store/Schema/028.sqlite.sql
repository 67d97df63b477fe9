-- A chat's deliveries that have ended: what /why tells, what a digest leaves out because it was told before, and what goes with a chat that is forgotten.
CREATE INDEX deliveries_chat ON deliveries (chat_id, id);
