package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Normalised;
import vn.minhbach.privacy.SealedRow;

/** Seals what would tell of a letter for which citizen it is, and opens it for the moment in which it is sent. */
@ApplicationScoped
class LetterSealer {

    @Inject
    FieldCipher cipher;

    @Inject
    BlindIndex index;

    /** Without a key: nothing can be sealed. */
    LetterSealer() {
        this(DataKeys.of(KeyRing.EMPTY));
    }

    /** Without a server, for tests. */
    LetterSealer(DataKeys keys) {
        cipher = new FieldCipher(keys);
        index = new BlindIndex(keys);
    }

    boolean isReady() {
        return cipher.isReady();
    }

    String address(SealedRow letter, String address) {
        return cipher.seal(address, MailSeals.ADDRESS, letter);
    }

    String text(SealedRow letter, String name, String subject, String body) {
        return cipher.seal(name + "\n" + subject + "\n" + body, MailSeals.TEXT, letter);
    }

    String key(String address) {
        return index.of(Normalised.email(address));
    }

    /** The marks by which letters to an address are found, by each key that there is. */
    List<String> keys(String address) {
        return index.candidates(Normalised.email(address));
    }

    /** What is sent; empty if the key is missing that sealed it. */
    Optional<Outgoing> open(Letter letter) {
        if (!letter.isSealed()) {
            return Optional.of(Outgoing.of(letter));
        }
        var address = cipher.opened(letter.getAddressSealed());
        var text = cipher.opened(letter.getTextSealed());
        if (!address.isOpen() || !text.isOpen()) {
            return Optional.empty();
        }
        var parts = text.text().split("\n", 3);
        return Optional.of(new Outgoing(
                letter.getMessageId(),
                address.text(),
                parts[0],
                letter.getLanguage(),
                parts[1],
                parts[2],
                letter.getCreatedAt()));
    }
}
