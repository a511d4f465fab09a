-- Whoever handles what was promised is reminded of its day as of a due day: PROMISE_BEFORE, PROMISE_DUE. And in the morning they are told what
-- is new, once: NEWS, with the day of the morning.
alter table inbox_reminder alter column occasion set data type varchar(20);

-- What senders write after they have sent something stands in the queue as such until somebody of the staff acts on it.
alter table inbox_submission add column sender_at timestamp(6);
-- Of what is open, the last that its sender wrote, unless somebody has acted on it since: by more than giving it to somebody or setting a mark.
update inbox_submission set sender_at =
    (select max(e.done_at) from inbox_event e
        where e.submission_id = inbox_submission.id and e.deed in ('ADD', 'SUPPLEMENT', 'OBJECT', 'REMIND')
        and not exists (select 1 from inbox_event n where n.submission_id = e.submission_id and n.done_at > e.done_at and n.deed not in
            ('ADD', 'SUPPLEMENT', 'OBJECT', 'REMIND', 'ASSIGN', 'UNMERGE', 'MARK_PRIVATE', 'MARK_GENUINE', 'TAKE_BACK', 'RATE',
             'RECKON', 'REMIND_STAFF', 'TELL_LATE')))
    where state in ('RECEIVED', 'ASKED', 'SUPPLEMENTED', 'ASSIGNED', 'IN_WORK', 'DRAFTED', 'APPROVED', 'MERGED') and anonymised_at is null;
-- Few have written, and where nobody has there is no moment to look at.
create index inbox_submission_sender on inbox_submission (sender_at, state);
-- The index of the queue holds everything that the views ask for (V044).
drop index inbox_submission_queue;
create index inbox_submission_queue on inbox_submission
    (state, due_day, id, unit_slug, handler, kind_key, received_at, rating, promise_day, sent_answer, sender_at);

-- Answers that somebody has begun and not handed on: of each person and submission one, sealed as the answer will be. It goes with the submission.
create sequence inbox_draft_seq start with 50 increment by 50;
create table inbox_draft (
    id                     bigint          not null primary key,
    account                varchar(60)     not null,
    submission_id          bigint          not null references inbox_submission (id) on delete cascade,
    -- The newest version of the answer when it was kept; 0 for none.
    base_version           integer         not null,
    full_sealed            varchar(250000) not null,
    public_title_sealed    varchar(2000)   not null,
    public_question_sealed varchar(120000) not null,
    public_answer_sealed   varchar(250000) not null,
    -- What it rests on, all of it public; null if nothing of that was kept yet.
    basis                  varchar(40000),
    kept_at                timestamp(6)    not null,
    unique (account, submission_id)
);
create index inbox_draft_of on inbox_draft (submission_id);
create index inbox_draft_kept on inbox_draft (kept_at);
