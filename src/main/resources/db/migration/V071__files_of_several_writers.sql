-- Who is writing a version of the answer that a file does not go with: there may be several at once, and each leaves out their own.
create table inbox_enclosure_left_out (
    enclosure_id bigint      not null references inbox_enclosure (id) on delete cascade,
    account      varchar(60) not null,
    primary key (enclosure_id, account)
);
insert into inbox_enclosure_left_out (enclosure_id, account) select id, left_out_by from inbox_enclosure where left_out_by <> '';
alter table inbox_enclosure drop column left_out_by;

-- Of what somebody put by and has not handed on there is each file once, though it came twice at the very same moment.
alter table inbox_enclosure add column put_by_key varchar(200);
create unique index inbox_enclosure_put_by on inbox_enclosure (put_by_key);
