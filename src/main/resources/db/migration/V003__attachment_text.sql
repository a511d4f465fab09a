-- The words of attached files, by which the search finds what they belong to.

create table attachment_text (
    attachment_id bigint          not null primary key references attachment (id),
    text          varchar(200000) not null
);
