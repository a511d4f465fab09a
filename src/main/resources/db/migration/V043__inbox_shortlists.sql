-- What each officer has put on a list of their own. It goes with the submission; when nobody is to know any more who sent that, it goes before.
create sequence inbox_shortlist_seq start with 50 increment by 50;
create table inbox_shortlist (
    id            bigint       not null primary key,
    account       varchar(60)  not null,
    submission_id bigint       not null references inbox_submission (id) on delete cascade,
    put_at        timestamp(6) not null,
    unique (account, submission_id)
);
create index inbox_shortlist_of on inbox_shortlist (submission_id);
