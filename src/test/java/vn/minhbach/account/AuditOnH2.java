package vn.minhbach.account;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/** The audit on a database in memory, without a server: every deed in a transaction of its own. */
final class AuditOnH2 implements AutoCloseable {

    final SetClock clock = new SetClock(Instant.parse("2026-06-01T01:00:00Z"));
    final TestDatabase database = TestDatabase.create();
    private final Path data;

    AuditOnH2(Path data) {
        this.data = data;
    }

    void deed(String who, String what) {
        database.inTransaction(em -> new Audit(em, clock)
                .done(new Actor(who, java.util.Set.of()), Audit.Deed.of(Permission.KEEP_SITE, "SiteService.save", what)));
    }

    void deeds(int count) {
        for (var i = 0; i < count; i++) {
            clock.pass(java.time.Duration.ofSeconds(1));
            deed("lan", "mục " + i);
        }
    }

    <T> T ask(Function<AuditService, T> work) {
        return database.ask(em -> work.apply(service(em)));
    }

    AuditService service(EntityManager em) {
        return AuditService.over(em, clock, data);
    }

    void seal() {
        while (true) {
            var head = ask(AuditService::seal).orElse(null);
            if (head == null) {
                return;
            }
            ask(service -> {
                service.remember(head);
                return true;
            });
        }
    }

    List<AuditEntry> page(AuditFilter filter, int size) {
        return page(filter, null, size);
    }

    List<AuditEntry> page(AuditFilter filter, AuditFilter.@org.jspecify.annotations.Nullable Seen seen, int size) {
        return ask(service -> service.page(filter, seen, size));
    }

    AuditChain.Verdict verify() {
        return ask(AuditService::verify);
    }

    List<AuditChain.Kind> faults() {
        return verify().faults().stream().map(AuditChain.Fault::kind).distinct().toList();
    }

    /** As somebody does who has the database and not the portal. */
    int tamper(String sql) {
        return database.ask(em -> em.createNativeQuery(sql).executeUpdate());
    }

    @Override
    public void close() {
        database.close();
    }
}
