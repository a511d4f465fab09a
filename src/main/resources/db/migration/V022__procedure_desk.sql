-- Procedures before the editorial board: who may do what with them, what follows from the board and what from the source, and what a
-- file would change before it is taken over.

insert into role_permission (role, permission, reach) values
    ('EDITOR', 'WRITE_PROCEDURES', 'ALL'),
    ('EDITOR', 'REVIEW_PROCEDURES', 'ALL'),
    ('PUBLISHER', 'WRITE_PROCEDURES', 'ALL'),
    ('PUBLISHER', 'REVIEW_PROCEDURES', 'ALL'),
    ('PUBLISHER', 'PUBLISH_PROCEDURES', 'ALL'),
    ('PUBLISHER', 'KEEP_PROCEDURES', 'ALL');

alter table procedure_record add column edited boolean default false not null;
-- What the public was told of corrections, as JSON: read with the row of the procedure.
alter table procedure_record add column corrections varchar(20000) default '' not null;

create sequence import_preview_seq start with 50 increment by 50;
create table import_preview (
    id          bigint          not null primary key,
    version     bigint          not null,
    file_name   varchar(300)    not null,
    made_at     timestamp(6)    not null,
    made_by     varchar(60)     not null,
    state       varchar(20)     not null,
    -- When it last went on; one that stands still can be taken up again.
    touched_at  timestamp(6)    not null,
    lines_read  integer         not null,
    added       integer         not null,
    changed     integer         not null,
    unchanged   integer         not null,
    refused     integer         not null,
    -- Lines that were not taken over because the portal had changed since.
    stale       integer         not null,
    report      varchar(100000) not null
);
create index import_preview_made on import_preview (made_at desc, id desc);

create table import_line (
    preview_id bigint           not null references import_preview (id) on delete cascade,
    place      bigint           not null,
    line       bigint           not null,
    code       varchar(40)      not null,
    title      varchar(300)     not null,
    outcome    varchar(20)      not null,
    -- Why it is refused, or what is to be known of it.
    reason     varchar(2000)    not null,
    draft      boolean          not null,
    -- What was public when it was looked at, and what the file says, each by its digest.
    seen       varchar(64)      not null,
    mark       varchar(64)      not null,
    -- JSON: part, before, after.
    changes    varchar(1000000) not null,
    fate       varchar(20)      not null,
    primary key (preview_id, place)
);
create index import_line_of on import_line (preview_id, outcome, place);
