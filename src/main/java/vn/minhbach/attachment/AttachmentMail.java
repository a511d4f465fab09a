package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import vn.minhbach.account.Colleagues;
import vn.minhbach.account.User;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.shared.RuleBrokenException;

/** Writes to whoever brought a file what became of it after they had left. */
@ApplicationScoped
public class AttachmentMail {

    @Inject
    Outbox outbox;

    @Inject
    Colleagues colleagues;

    /** Within the transaction that refuses it; nobody is written who has no account any more, or no address. */
    void refused(Attachment attachment) {
        if (outbox.isOn()) {
            colleagues.named(attachment.getBroughtBy()).ifPresent(user -> write(user, attachment));
        }
    }

    private void write(User user, Attachment attachment) {
        if (user.getEmail().isEmpty()) {
            return;
        }
        try {
            outbox.send(
                    To.of(user.getEmail(), user.getFullName()),
                    AttachmentLetters.REFUSED,
                    Map.of(
                            AttachmentLetters.PERSON, user.getFullName(),
                            AttachmentLetters.FILE, attachment.getFileName(),
                            AttachmentLetters.NUMBER, String.valueOf(attachment.getId())));
        } catch (RuleBrokenException e) {
            // An address to which no letter goes; the overview tells it as well.
        }
    }
}
