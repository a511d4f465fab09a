-- The queue of an inbox of many years. Its rows are long, for what was written lies in them, and whoever counts them reads all of that.
-- One index holds everything that the views and the filter ask for and the queue is sorted by, so that no row is read but those of the page.
drop index inbox_submission_due;
create index inbox_submission_queue on inbox_submission
    (state, due_day, id, unit_slug, handler, kind_key, received_at, rating, promise_day, sent_answer);
drop index inbox_submission_handler;
drop index inbox_submission_unit;
-- Everything, in the order in which it stands there.
create index inbox_submission_day on inbox_submission (due_day, id);
drop index inbox_submission_received;
create index inbox_submission_received on inbox_submission (received_at, id);
-- Few are rated so.
create index inbox_submission_rating on inbox_submission (rating, state);
