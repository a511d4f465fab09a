package vn.minhbach.inbox;

import java.util.List;
import java.util.Set;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedColumn.Marks;
import vn.minhbach.privacy.SealedColumns;

/**
 * The columns of the inbox in which something lies sealed that a citizen wrote or by which they are known, and answers before their public
 * text is approved, also what is only begun of either. Each value is bound to its column and row, so that none can be read in another's place: what
 * belongs to a submission to that submission, by an identity that it never gets again, a step also to what was done, so that a note among colleagues
 * is no message to the sender. What only the staff ever opens is bound to the number of the submission.
 */
public final class InboxSeals implements SealedColumns {

    /** The submission to which something belongs. */
    private static final SealedColumn.Owner MATTER =
            new SealedColumn.Owner("submission_id", "inbox_submission", "id", "seal_id");

    static final SealedColumn CODE = submission("code_sealed").marked("code_key", Marks.AS_IS);
    static final SealedColumn NAME = submission("name_sealed");
    static final SealedColumn ADDRESS = submission("address_sealed");
    static final SealedColumn PHONE = submission("phone_sealed").marked("phone_key", Marks.AS_IS);
    static final SealedColumn EMAIL = submission("email_sealed").marked("email_key", Marks.AS_IS);
    static final SealedColumn SUBJECT = submission("subject_sealed");
    static final SealedColumn TEXT = submission("text_sealed").marked("text_key", Marks.TEXT);
    static final SealedColumn DETAILS = submission("details_sealed");
    static final SealedColumn SAID = SealedColumn.of("inbox_event", "id", "text_sealed", "seal_id", "deed")
            .within(MATTER);
    static final SealedColumn ANSWER = answer("full_sealed");
    static final SealedColumn PUBLIC_TITLE = answer("public_title_sealed");
    static final SealedColumn PUBLIC_QUESTION = answer("public_question_sealed");
    static final SealedColumn PUBLIC_ANSWER = answer("public_answer_sealed");

    static final SealedColumn DRAFT = draft("full_sealed");
    static final SealedColumn DRAFT_TITLE = draft("public_title_sealed");
    static final SealedColumn DRAFT_QUESTION = draft("public_question_sealed");
    static final SealedColumn DRAFT_PUBLIC = draft("public_answer_sealed");

    static final SealedColumn SLIP = slip("typed_sealed");
    static final SealedColumn SLIP_TOKEN = slip("token_sealed");

    /** Those that hold rich text. */
    static final Set<SealedColumn> RICH = Set.of(ANSWER, PUBLIC_ANSWER, DRAFT, DRAFT_PUBLIC);

    static final SealedColumn WORDS = SealedColumn.of("inbox_words", "submission_id", "words_sealed", "submission_id");

    static final SealedColumn ENCLOSURE_NAME = enclosure("name_sealed");
    static final SealedColumn ENCLOSURE_KEY = enclosure("key_sealed");
    static final SealedColumn MASKED_KEY = SealedColumn.of(
                    "inbox_masked_picture", "id", "key_sealed", "place", "submission_id")
            .formerlyBoundTo("place");

    private static SealedColumn submission(String column) {
        return SealedColumn.of("inbox_submission", "id", column, "seal_id", "form_key");
    }

    private static SealedColumn answer(String column) {
        return SealedColumn.of("inbox_answer", "id", column, "version_number").within(MATTER);
    }

    private static SealedColumn draft(String column) {
        return SealedColumn.of("inbox_draft", "id", column, "account", "submission_id");
    }

    private static SealedColumn slip(String column) {
        return SealedColumn.of("inbox_slip", "id", column, "account", "kind_key");
    }

    private static SealedColumn enclosure(String column) {
        return SealedColumn.of("inbox_enclosure", "id", column, "place", "form_key")
                .within(MATTER)
                .formerlyBoundTo("place");
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                CODE,
                NAME,
                ADDRESS,
                PHONE,
                EMAIL,
                SUBJECT,
                TEXT,
                DETAILS,
                SAID,
                ANSWER,
                PUBLIC_TITLE,
                PUBLIC_QUESTION,
                PUBLIC_ANSWER,
                DRAFT,
                DRAFT_TITLE,
                DRAFT_QUESTION,
                DRAFT_PUBLIC,
                SLIP,
                SLIP_TOKEN,
                WORDS,
                ENCLOSURE_NAME,
                ENCLOSURE_KEY,
                MASKED_KEY);
    }
}
