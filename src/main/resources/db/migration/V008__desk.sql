-- Who did what to which row of the back office, and what the row was before and after.

create sequence history_entry_seq start with 50 increment by 50;
create table history_entry (
    id           bigint         not null primary key,
    at           timestamp(6)   not null,
    actor        varchar(60)    not null,
    -- What the row is: search-word, best-bet …
    kind         varchar(30)    not null,
    row_id       varchar(200)   not null,
    title        varchar(300)   not null,
    -- ADDED, CHANGED, REMOVED, RESTORED
    deed         varchar(20)    not null,
    -- JSON; empty where there is none.
    state_before varchar(20000) not null,
    state_after  varchar(20000) not null,
    -- Whether a removal was taken back.
    undone       boolean        not null
);
create index history_entry_row on history_entry (kind, row_id, id);
create index history_entry_at on history_entry (kind, at);

-- Term and other names without marks and capitals, for the filter of the list. Rows that have none yet are given it at the start.
alter table search_word add column sought varchar(4000) default '' not null;
