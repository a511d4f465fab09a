-- A public answer that nobody asked from the page of a procedure is about the first procedure on which it rests.

update inbox_publication set procedure_code = (
    select b.content_id from inbox_basis b where b.id = (
        select min(first_of.id) from inbox_basis first_of
        where first_of.submission_id = inbox_publication.submission_id
            and first_of.version_number = inbox_publication.answer_number
            and first_of.content_kind = 'procedure'))
where procedure_code = '' and exists (
    select 1 from inbox_basis b
    where b.submission_id = inbox_publication.submission_id
        and b.version_number = inbox_publication.answer_number
        and b.content_kind = 'procedure'
        and length(b.content_id) <= 40);
