package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A deed that arrives twice is answered twice and done once. */
class OnceTest {

    private static final Once.Done DONE = new Once.Done("/quan-tri/tu-dong-nghia", Note.good("xong"));

    private final List<String> led = new ArrayList<>();

    private final Reply reply = new Reply() {
        @Override
        public void lead(String place, Note note) {
            synchronized (led) {
                led.add(place + " " + note.text());
            }
        }
    };

    @Test
    void theSecondIsAnsweredAsTheFirst() {
        var once = new Once();
        var deeds = new AtomicInteger();
        for (var i = 0; i < 2; i++) {
            once.run(reply, "remove 17", () -> {
                deeds.incrementAndGet();
                return DONE;
            });
        }
        assertThat(deeds).hasValue(1);
        assertThat(led).containsExactly("/quan-tri/tu-dong-nghia xong", "/quan-tri/tu-dong-nghia xong");
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        var once = new Once();
        once.run(reply, "save", () -> null);
        assertThat(led).isEmpty();
        once.run(reply, "save", () -> DONE);
        assertThat(led).hasSize(1);
    }

    @Test
    void anotherDeedIsAnother() {
        var once = new Once();
        var deeds = new AtomicInteger();
        for (var what : List.of("remove 17", "remove 18")) {
            once.run(reply, what, () -> {
                deeds.incrementAndGet();
                return DONE;
            });
        }
        assertThat(deeds).hasValue(2);
    }

    @Test
    void bothMayArriveAtOnce() throws Exception {
        var once = new Once();
        var deeds = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 100; i++) {
                var unused = threads.submit(() -> once.run(reply, "save", () -> {
                    deeds.incrementAndGet();
                    return DONE;
                }));
            }
        }
        assertThat(deeds).hasValue(1);
        assertThat(led).hasSize(100);
    }
}
