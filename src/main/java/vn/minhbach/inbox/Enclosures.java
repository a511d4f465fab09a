package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.privacy.KnownPerson;
import vn.minhbach.privacy.MaskedFileName;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.UnavailableException;

/**
 * The files of submissions, whoever works on them: gives what waits for a form to the submission that came of it, opens names and keys, and destroys
 * what is to be destroyed. Who may do what is asked by the services, in whose transactions this works.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Enclosures {

    /** With one form. */
    static final int MOST = 5;

    /** Of one submission, with all messages. */
    static final int MOST_OF_ALL = 20;

    /** In bytes. */
    static final long LONGEST = 20L * 1024 * 1024;

    /** What the form calls them. */
    static final String FIELD = "tep";

    private static final int DIGEST = 20;

    @Inject
    EnclosureRepository repository;

    @Inject
    EnclosureStore store;

    @Inject
    FieldCipher cipher;

    Enclosures() {}

    /** Without a server, for tests. */
    Enclosures(EnclosureRepository repository, EnclosureStore store, FieldCipher cipher) {
        this.repository = repository;
        this.store = store;
        this.cipher = cipher;
    }

    static String formKey(String token) {
        return Sha256.of("files of form " + token, DIGEST);
    }

    /** @param digest of the bytes as they came */
    static String contentKey(String token, String digest) {
        return Sha256.of("file of form " + token + "\n" + digest, DIGEST);
    }

    /** A file whose bytes lie in the store by now, waiting for its form. */
    Enclosure waiting(String place, String name, FileKey key, Enclosure.Keys keys, Enclosure.Shape shape, Instant now) {
        var made = new Enclosure(place, keys, shape, now);
        made.keep(name, key, "", cipher);
        return made;
    }

    /** Seals the key of a masked picture. */
    void keep(MaskedPicture picture, FileKey key) {
        picture.keep(key, cipher);
    }

    /** Under which name it was sent; or why that cannot be said. */
    String name(Enclosure enclosure) {
        return cipher.open(enclosure.getNameSealed(matter(enclosure)));
    }

    FileKey key(Enclosure enclosure) {
        return key(enclosure.getKeySealed(matter(enclosure)));
    }

    FileKey key(MaskedPicture picture) {
        return key(picture.getKeySealed());
    }

    /** To what name and key are bound: the identity of the submission; empty while it waits for one. */
    private String matter(Enclosure enclosure) {
        var submission = enclosure.getSubmission();
        return submission == null ? "" : repository.sealId(submission);
    }

    private FileKey key(SealedValue value) {
        var opened = cipher.opened(value);
        if (!opened.isOpen()) {
            throw new UnavailableException(UnavailableException.Part.PORTAL);
        }
        return FileKey.of(opened.text());
    }

    /**
     * What a form names of what came with it, in its order. What is not its own is not there.
     *
     * @param handles places
     */
    List<Enclosure> chosen(String token, List<String> handles) {
        return chosen(token, "", handles);
    }

    private List<Enclosure> chosen(String token, String account, List<String> handles) {
        var all = handles.isEmpty() ? List.<Enclosure>of() : repository.ofForm(formKey(token));
        return handles.stream()
                .distinct()
                .flatMap(handle -> all.stream()
                        .filter(each -> each.getAuthor().equals(account)
                                && each.getPlace().equals(handle)))
                .toList();
    }

    /**
     * The same of what is about to be sent: all of it.
     *
     * @param account who of the staff brought it; empty for a citizen
     * @throws RuleBrokenException if it is too much, or something is there no longer
     */
    List<Enclosure> all(String token, String account, List<String> handles) {
        var chosen = chosen(token, account, handles);
        if (chosen.size() > MOST) {
            throw new RuleBrokenException("enclosure.error.most", FIELD);
        }
        if (chosen.size() < Set.copyOf(handles).size()) {
            throw new RuleBrokenException("enclosure.error.gone", FIELD);
        }
        return chosen;
    }

    /**
     * Gives what waits to a submission. What another submission has already, that came of the same form, is given as a copy.
     *
     * @param event the message that it came with; null for the submission itself
     */
    void attach(List<Enclosure> chosen, long submission, @Nullable Long event) {
        var own = of(submission);
        var count = own.size();
        for (var enclosure : chosen) {
            if (own.stream().anyMatch(each -> each.getContentKey().equals(enclosure.getContentKey()))) {
                // Sent again.
                continue;
            }
            if (++count > MOST_OF_ALL) {
                throw new RuleBrokenException("enclosure.error.mostOfAll", FIELD);
            }
            if (enclosure.waits()) {
                belong(enclosure, submission, event);
            } else {
                var copy = copy(enclosure);
                belong(copy, submission, event);
                repository.add(copy);
            }
        }
    }

    /** From now on name and key open as those of a file of that submission only. */
    private void belong(Enclosure enclosure, long submission, @Nullable Long event) {
        var name = name(enclosure);
        var key = key(enclosure);
        enclosure.belong(submission, event);
        enclosure.keep(name, key, matter(enclosure), cipher);
    }

    private Enclosure copy(Enclosure enclosure) {
        var key = FileKey.random();
        try (var in = store.open(enclosure.getPlace(), key(enclosure))) {
            return waiting(
                    store.put(in, key),
                    name(enclosure),
                    key,
                    new Enclosure.Keys(enclosure.getFormKey(), enclosure.getContentKey(), ""),
                    enclosure.shape(),
                    enclosure.getReceivedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the sender of a submission sent along, the first first. */
    List<Enclosure> of(long submission) {
        return repository.ofSubmission(submission).stream()
                .filter(Enclosure::isSenders)
                .toList();
    }

    // Of the staff

    /** What is known of a file whose bytes lie in the store by now, brought by somebody of the staff. */
    record Brought(String digest, String place, FileKey key, String name, Enclosure.Shape shape) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Brought " + shape;
        }
    }

    OfficeFile officeFile(Enclosure enclosure, @Nullable KnownPerson hidden) {
        return new OfficeFile(
                enclosure.number(),
                enclosure.getPlace(),
                shownName(enclosure, hidden),
                EnclosureService.label(enclosure.shape()));
    }

    /** The name of a file. @param hidden of whom it must tell nothing; null if whoever reads it may know who the sender is */
    String shownName(Enclosure enclosure, @Nullable KnownPerson hidden) {
        var name = EnclosureService.name(name(enclosure));
        return hidden == null ? name : MaskedFileName.of(name, hidden);
    }

    /** What somebody has put by for a form and not handed on. */
    List<Enclosure> putBy(String token, String account) {
        return repository.ofForm(formKey(token)).stream()
                .filter(each -> each.isPutBy(account))
                .toList();
    }

    /**
     * Puts a file by for what somebody of the staff writes. The same file is there once.
     *
     * @param answered the submission that they answer; null where they take one down
     * @return what lies there: elsewhere than it was brought to, if it was there
     */
    Enclosure putBy(String token, String account, @Nullable Long answered, Brought brought, Instant now) {
        var content = contentKey(token, brought.digest());
        return putBy(token, account).stream()
                .filter(each -> each.getContentKey().equals(content))
                .findFirst()
                .orElseGet(() -> {
                    var enclosure = new Enclosure(
                            brought.place(), new Enclosure.Keys(formKey(token), content, ""), brought.shape(), now);
                    enclosure.putBy(account, answered);
                    enclosure.keep(brought.name(), brought.key(), matter(enclosure), cipher);
                    repository.add(enclosure);
                    return enclosure;
                });
    }

    /** @throws RuleBrokenException if no more goes with it */
    static void requireRoom(List<Enclosure> files) {
        if (files.size() >= MOST) {
            throw new RuleBrokenException("enclosure.error.most", FIELD);
        }
    }

    /** What goes with a version of the answer. */
    List<Enclosure> ofAnswer(long submission, int version) {
        return repository.ofSubmission(submission).stream()
                .filter(each -> each.isOf(version))
                .toList();
    }

    /** What goes with the answer as somebody writes it: what went with the version before, but for what they leave out, and what they put by. */
    List<Enclosure> ofDraft(long submission, int before, String account) {
        return repository.ofSubmission(submission).stream()
                .filter(each -> each.isOf(before) && !each.isLeftOutBy(account) || each.isPutBy(account))
                .toList();
    }

    /** One of these goes with it no more. */
    void leaveOut(Enclosure enclosure, String account) {
        if (enclosure.isPutBy(account)) {
            repository.destroy(enclosure);
        } else {
            enclosure.leaveOut(account);
        }
    }

    /**
     * Hands on with a new version of the answer what its writer has before them, whatever else they left out or put by on another page: that stays
     * as it is, for the next version.
     *
     * @param places of these files
     * @throws RuleBrokenException if that is more than goes with one, or one of them is there no longer
     */
    void handOn(long submission, int version, String account, List<String> places) {
        var files = repository.ofSubmission(submission);
        var shown = files.stream()
                .filter(each -> each.isOf(version - 1) || each.isPutBy(account))
                .filter(each -> places.contains(each.getPlace()))
                .toList();
        if (shown.size() > MOST) {
            throw new RuleBrokenException("enclosure.error.most", FIELD);
        }
        if (shown.size() < Set.copyOf(places).size()) {
            throw new RuleBrokenException("inbox.error.draftFiles");
        }
        files.forEach(each -> each.takeBackIn(account));
        shown.forEach(each -> each.goWith(version));
    }

    /** Forgets what somebody put by for an answer, and what they left out. */
    void giveUp(long submission, String account) {
        for (var each : repository.ofSubmission(submission)) {
            if (each.isPutBy(account)) {
                repository.destroy(each);
            } else {
                each.takeBackIn(account);
            }
        }
    }

    /** Forgets what was put by for something that nobody came back for. */
    void forgetPutBy(Instant before) {
        repository.putByBefore(before).forEach(repository::destroy);
        // Whoever writes again begins with all that goes with the newest version.
        repository.leftOutWithoutDraft().forEach(each -> each.enclosure().takeBackIn(each.account()));
    }

    /**
     * Destroys all files of a submission, and what was public of them: as soon as this is committed their keys are gone, so nobody can read
     * them, wherever copies of their bytes lie. The bytes themselves are swept away later ({@link SweepEnclosures}).
     */
    void destroy(long submission) {
        repository.masked(submission).forEach(repository::destroy);
        repository.ofSubmission(submission).forEach(repository::destroy);
    }
}
