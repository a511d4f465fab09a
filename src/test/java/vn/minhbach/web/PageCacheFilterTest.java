package vn.minhbach.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.change.LogView;
import vn.minhbach.shared.UnavailableException;

/** Who gets a page, and who makes it, when many ask at the same time. */
@Timeout(60)
class PageCacheFilterTest {

    private static final long MINUTE = 60_000;

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger making = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /** Makes a page that tells its address. */
    private final FilterChain page = (request, response) -> {
        mostAtOnce.accumulateAndGet(making.incrementAndGet(), Math::max);
        Thread.yield();
        made.incrementAndGet();
        response.getOutputStream().print(((HttpServletRequest) request).getRequestURI());
        making.decrementAndGet();
    };

    @Test
    void aPageThatManyWaitForIsMadeOnce() throws Exception {
        var filter = filter(64, new Turns(1, MINUTE));

        var answers = atTheSameTime(16, i -> ask(filter, "/tin-tuc", page));

        assertEquals(Set.of("/tin-tuc"), new HashSet<>(answers));
        assertEquals(1, made.get());
    }

    @Test
    void pagesAreMadeInTurn() throws Exception {
        var filter = filter(0, new Turns(2, MINUTE));

        var answers = atTheSameTime(16, i -> ask(filter, "/bai-viet/" + i, page));

        assertEquals(16, new HashSet<>(answers).size());
        assertEquals(16, made.get());
        assertTrue(mostAtOnce.get() <= 2, mostAtOnce + " at once");
    }

    @Test
    void whoseMakingFailsLeavesHisTurnToOthers() throws Exception {
        var filter = filter(64, new Turns(1, MINUTE));

        for (var i = 0; i < 3; i++) {
            try {
                ask(filter, "/thu-tuc/1", (request, response) -> {
                    throw new IllegalStateException("fails");
                });
            } catch (IllegalStateException e) {
                assertEquals("fails", e.getMessage());
            }
        }

        assertEquals("/thu-tuc/1", ask(filter, "/thu-tuc/1", page));
    }

    @Test
    void aPageThatHangsHoldsUpNobodyForGood() throws Exception {
        var filter = filter(64, new Turns(1, 1));
        var hangs = new CountDownLatch(1);
        var goesOn = new Semaphore(0);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = threads.submit(() -> ask(filter, "/hangs", (request, response) -> {
                hangs.countDown();
                goesOn.acquireUninterruptibly();
                page.doFilter(request, response);
            }));
            hangs.await();

            assertEquals("/tin-tuc", ask(filter, "/tin-tuc", page));

            goesOn.release();
            assertEquals("/hangs", hanging.get());
        }
    }

    /** As one that was stopped: whoever asks it for a connection waits until the end of the test. */
    private static final class HangingDatabase {

        private final CountDownLatch asked;
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private final AtomicInteger asking = new AtomicInteger();
        private final DataSource source = stub(DataSource.class, method -> {
            hang();
            return null;
        });

        HangingDatabase(int asked) {
            this.asked = new CountDownLatch(asked);
        }

        private void hang() {
            asking.incrementAndGet();
            asked.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Makes a page of what it reads. */
        void page(ServletRequest request, ServletResponse response) throws IOException {
            try (var connection = source.getConnection()) {
                response.getOutputStream().print("made");
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void whileTheDatabaseHangsPagesInMemoryAreServedAndTheOthersHoldOnlyAFewThreads() throws Exception {
        var readers = 20;
        var turns = 2;
        var database = new HangingDatabase(turns);
        var filter = filter(64, new Turns(turns, MINUTE));
        assertEquals("/tin-tuc", ask(filter, "/tin-tuc", page));
        filter.cache.log = lost();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<String>(threads);
            for (var i = 0; i < readers; i++) {
                var address = "/bai-viet/" + i;
                answers.submit(() -> ask(filter, address, database::page));
            }
            for (var i = 0; i < readers - turns; i++) {
                var answer = answers.take();
                assertInstanceOf(
                        UnavailableException.class,
                        assertThrows(ExecutionException.class, answer::get).getCause());
            }
            database.asked.await();

            assertEquals("/tin-tuc", ask(filter, "/tin-tuc", database::page));
            assertEquals(turns, database.asking.get());

            database.goesOn.countDown();
            for (var i = 0; i < turns; i++) {
                assertEquals("made", answers.take().get());
            }
        }
    }

    /** The database hangs while one waits for a turn: at the end of the wait nobody goes ahead into it. */
    @Test
    void whoWaitsWhileTheDatabaseGoesAwayIsToldSo() {
        var turns = new Turns(1, 1);
        var looks = new AtomicInteger();
        try (var taken = turns.take()) {
            assertNotNull(taken);
            assertThrows(UnavailableException.class, () -> turns.take(() -> looks.incrementAndGet() > 1));
        }
        assertEquals(2, looks.get());
    }

    private static LogView lost() {
        return new LogView(Clock.systemUTC()) {
            @Override
            public boolean isLost() {
                return true;
            }
        };
    }

    private static PageCacheFilter filter(long megabytes, Turns turns) {
        var filter = new PageCacheFilter(turns);
        filter.cache = new PageCache();
        filter.cache.megabytes = megabytes;
        filter.cache.open();
        return filter;
    }

    private interface Asking {
        String ask(int number) throws Exception;
    }

    private static List<String> atTheSameTime(int readers, Asking asking) throws Exception {
        var all = new CountDownLatch(readers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<String>>();
            for (var i = 0; i < readers; i++) {
                var number = i;
                futures.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return asking.ask(number);
                }));
            }
            var answers = new ArrayList<String>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private static String ask(PageCacheFilter filter, String address, FilterChain chain) throws Exception {
        var request = stub(HttpServletRequest.class, method -> switch (method) {
            case "getMethod" -> "GET";
            case "getRequestURI" -> address;
            case "getContextPath" -> "";
            case "getDateHeader" -> -1L;
            case "getAttribute" ->
                new Address(AddressesTest.door(address, Doors.Kind.PAGE), "vi", address, List.of(), Parameters.NONE);
            default -> null;
        });
        var sent = new ByteArrayOutputStream();
        var response = stub(HttpServletResponse.class, method -> switch (method) {
            case "getStatus" -> HttpServletResponse.SC_OK;
            case "isCommitted" -> false;
            case "getContentType" -> "image/none";
            case "getOutputStream" -> to(sent);
            default -> null;
        });
        filter.doFilter(request, response, chain);
        return sent.toString(StandardCharsets.UTF_8);
    }

    private interface Answers {
        @Nullable
        Object to(String method);
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName())));
    }

    private static ServletOutputStream to(ByteArrayOutputStream bytes) {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
