package vn.minhbach.mail;

import java.time.Instant;

/**
 * A letter on its way, outside of any transaction.
 *
 * @param messageId the same at each attempt
 */
record Outgoing(
        String messageId,
        String address,
        String name,
        String language,
        String subject,
        String text,
        Instant writtenAt) {

    static Outgoing of(Letter letter) {
        return new Outgoing(
                letter.getMessageId(),
                letter.getAddress(),
                letter.getName(),
                letter.getLanguage(),
                letter.getSubject(),
                letter.getBody(),
                letter.getCreatedAt());
    }
}
