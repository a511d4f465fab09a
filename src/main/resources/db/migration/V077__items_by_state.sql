-- The overview counts what is due for review, what went out urgently and what the public sees: each looked through all items.

create index item_in_state on item (kind, state, place);
create index item_due on item (kind, review_on);
create index item_urgent on item (kind, urgent_by);
