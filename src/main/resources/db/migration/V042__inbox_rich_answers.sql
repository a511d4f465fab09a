-- Answers are rich text: the same words take more letters.
alter table inbox_answer alter column full_sealed set data type varchar(250000);
alter table inbox_answer alter column public_answer_sealed set data type varchar(250000);
alter table inbox_publication alter column answer set data type varchar(60000);
