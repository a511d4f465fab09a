package vn.minhbach.inbox;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import vn.minhbach.account.Audit;
import vn.minhbach.job.Troubles;
import vn.minhbach.mail.Outbox;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;

/** What lets go of senders, over the inbox on a database in memory. */
final class SendersOnH2 implements AutoCloseable {

    final InboxOnH2 h2 = new InboxOnH2();

    /** The addresses that the outbox was told to forget. */
    final List<String> forgotten = new ArrayList<>();

    /** The submissions of which others were told that nobody knows the sender any more. */
    final List<Long> told = new ArrayList<>();

    /** What the job of the night tells the staff. */
    final List<String> troubles = new ArrayList<>();

    final Map<Long, List<SubmissionParts.Part>> files = new HashMap<>();

    private final class Mail extends Outbox {

        @Override
        public void forget(String address) {
            forgotten.add(address);
        }
    }

    private final class Files implements SubmissionParts {

        @Override
        public void anonymised(long submission) {
            told.add(submission);
        }

        @Override
        public List<Part> parts(long submission) {
            return files.getOrDefault(submission, List.of());
        }
    }

    private List<SubmissionParts> parts(EntityManager em) {
        return List.of(
                new Files(),
                new ShortlistParts(new ShortlistRepository(em)),
                new InboxDraftParts(new InboxDraftRepository(em)));
    }

    <T> T retention(DataKeys keys, Function<RetentionService, T> work) {
        return h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            var cipher = new FieldCipher(keys);
            var senders = new SenderRepository(em);
            return work.apply(new RetentionService(
                    desk.repository,
                    new InboxRowRepository(em),
                    senders,
                    new SenderErasure(desk.repository, senders, cipher, new Mail(), h2.clock(), parts(em)),
                    cipher,
                    new Audit(em, h2.clock()),
                    h2.clock()));
        });
    }

    <T> T retention(Function<RetentionService, T> work) {
        return retention(InboxOnH2.KEYS, work);
    }

    /** The job of the night. */
    AnonymiseOld job() {
        return job(id -> false);
    }

    /** The same, each of its calls a transaction of its own, as the server does it. @param poison which fail */
    AnonymiseOld job(LongPredicate poison) {
        return new AnonymiseOld(
                new RetentionService() {
                    @Override
                    public List<Long> due(long after) {
                        return retention(service -> service.due(after));
                    }

                    @Override
                    public void anonymise(long id) {
                        retention(service -> {
                            service.anonymise(id);
                            if (poison.test(id)) {
                                throw new IllegalStateException("Poison");
                            }
                            return true;
                        });
                    }
                },
                new InboxDraftService() {
                    @Override
                    public void forgetOld() {
                        h2.act(desk -> desk.drafts.forgetOld());
                    }
                },
                new Troubles() {
                    @Override
                    public void tell(String job, String key, String... given) {
                        troubles.add(job + " " + key + " " + List.of(given));
                    }

                    @Override
                    public void over(String job) {
                        troubles.clear();
                    }
                });
    }

    <T> T persons(Function<PersonDataService, T> work) {
        return h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            var cipher = new FieldCipher(InboxOnH2.KEYS);
            var senders = new SenderRepository(em);
            return work.apply(new PersonDataService(
                    desk.repository,
                    new InboxRowRepository(em),
                    senders,
                    new SenderErasure(desk.repository, senders, cipher, new Mail(), h2.clock(), parts(em)),
                    desk.inbox,
                    new BlindIndex(InboxOnH2.KEYS),
                    cipher,
                    new Audit(em, h2.clock()),
                    () -> InboxOnH2.everywhere("moderator"),
                    h2.clock()));
        });
    }

    /** What stands in the audit: the method and what it was done to. */
    List<String> audit() {
        return h2.database()
                .ask(em -> em
                        .createQuery(
                                "select a.actor, a.method, a.subject from AuditEntry a order by a.id", Object[].class)
                        .getResultList()
                        .stream()
                        .map(row -> row[0] + " " + row[1] + " " + row[2])
                        .toList());
    }

    @Override
    public void close() {
        h2.close();
    }
}
