package vn.minhbach.mail;

import java.util.List;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedColumn.Marks;
import vn.minhbach.privacy.SealedColumns;

/** The columns in which letters to citizens lie sealed until they are sent, bound to the Message-ID that is made once for each. */
public final class MailSeals implements SealedColumns {

    static final SealedColumn ADDRESS =
            SealedColumn.of("mail_letter", "id", "address_sealed", "message_id").marked("address_key", Marks.EMAIL);

    /** Name, subject and text: the first two on a line each. */
    static final SealedColumn TEXT = SealedColumn.of("mail_letter", "id", "text_sealed", "message_id");

    @Override
    public List<SealedColumn> columns() {
        return List.of(ADDRESS, TEXT);
    }
}
