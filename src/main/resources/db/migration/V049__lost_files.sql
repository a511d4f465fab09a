-- What goes for good goes with care: what jobs could not do is told until it is done, files are known that were destroyed on purpose, and of the
-- page that a submission is about nothing is kept that somebody typed into it.

-- What a job could not do and people have to look at; its row goes when the job gets over it.
create table job_trouble (
    job         varchar(100)  not null primary key,
    -- The key of the sentence that tells it, and what stands in its gaps, one a line.
    message_key varchar(100)  not null,
    given       varchar(1000) not null,
    since       timestamp(6)  not null
);

-- Files of citizens whose keys were destroyed while their sealed bytes still lie in the data folder: nobody takes them for lost.
create table inbox_enclosure_destroyed (
    place varchar(40) not null primary key
);

update inbox_submission set page = '' where anonymised_at is not null;
update inbox_submission set page = substring(page from 1 for position('?' in page) - 1) where page like '%?%';
