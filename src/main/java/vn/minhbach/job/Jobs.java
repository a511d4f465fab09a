package vn.minhbach.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Time;

/**
 * Does the {@link Job}s when they are due. They wait in the table {@code scheduled_tasks}, which all nodes look at every
 * second; who takes one first does it. One that fails is tried again after some minutes.
 *
 * <p>What is published at a minute must not wait for a server of others that does not answer: beside the threads for everything else there
 * is one for each job that may take {@link Job#isLong() long}, and two for each such job that is asked for one by one.
 *
 * <p>A table that cannot be read or a job that throws, whatever it throws, ends nothing here: with the next look all goes on.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Jobs of a node that has not been heard of for six times so long are done by another. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    /** For all jobs that do not take long. */
    private static final int AT_ONCE = 2;

    /** So many at once of each job that takes long and is asked for one by one, as letters are. */
    private static final int LONG_AT_ONCE = 2;

    /** After this it is looked again whether one of those is done. */
    private static final Duration PUT_OFF = Duration.ofSeconds(2);

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<Job> found;

    private @Nullable Plan plan;
    private @Nullable Scheduler scheduler;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void prepare() {
        var known = Plan.of(found.stream().toList());
        var due = new Gentle(1, threads);
        var fresh = known.on(new SchedulerBuilder(database, known.singles()))
                .schedulerName(new SchedulerName.Fixed(node()))
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .threads(known.threads())
                .executorService(new Gentle(known.threads(), threads))
                .dueExecutor(due)
                .housekeeperExecutor(new GentleTimer(threads))
                .shutdownMaxWait(PATIENCE)
                .addSchedulerListener(new Troubles())
                .build();
        due.onShutdown = fresh::triggerCheckForDueExecutions;
        plan = known;
        scheduler = fresh;
    }

    /** Begins to do what is due. Some jobs render pages, which can be done no sooner than the server has the whole application. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void begin() {
        Objects.requireNonNull(scheduler).start();
    }

    @PreDestroy
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /**
     * Has a job done once. Within a transaction, it is done only if that is committed.
     *
     * @param about told to the job; while one about the same waits, there is no other
     * @param when not before this
     */
    public void once(Job.Single job, String about, Instant when) {
        Objects.requireNonNull(plan).once(Objects.requireNonNull(scheduler), job, about, when);
    }

    /**
     * A job that failed when it was last done, and is tried again.
     *
     * @param times how often it has failed since it was last done well
     * @param at when it last did
     */
    public record Failing(String name, int times, Instant at) {

        private Failing or(Failing other) {
            return times >= other.times ? this : other;
        }
    }

    /** The jobs that fail, by their names, whichever node tries them. */
    public List<Failing> failing() {
        return failing(Objects.requireNonNull(scheduler));
    }

    static List<Failing> failing(SchedulerClient client) {
        var failing = new TreeMap<String, Failing>();
        client.fetchScheduledExecutions(each -> {
            if (each.getConsecutiveFailures() > 0) {
                var name = each.getTaskInstance().getTaskName();
                var at = Objects.requireNonNullElse(each.getLastFailure(), each.getExecutionTime());
                failing.merge(name, new Failing(name, each.getConsecutiveFailures(), at), Failing::or);
            }
        });
        return List.copyOf(failing.values());
    }

    /** Tells the nodes apart in the table; another start of the same node is another one, as its jobs did not survive. */
    private static String node() {
        return java.util.UUID.randomUUID().toString();
    }

    /** The jobs as the scheduler knows them; apart from the server, for tests. */
    static final class Plan {

        private final List<Task<?>> singles = new ArrayList<>();
        private final List<RecurringTask<?>> recurring = new ArrayList<>();
        private final Map<String, OneTimeTask<Void>> byName = new HashMap<>();
        private int threads = AT_ONCE;

        static Plan of(List<? extends Job> jobs) {
            var plan = new Plan();
            var names = new HashSet<String>();
            for (var job : jobs) {
                if (!names.add(job.name())) {
                    throw new IllegalStateException("Two jobs are called \"" + job.name() + "\"");
                }
                switch (job) {
                    case Job.Daily each -> plan.repeat(each, Schedules.daily(Time.ZONE, each.at()), each::run);
                    case Job.Often each -> plan.repeat(each, FixedDelay.of(each.every()), each::run);
                    case Job.Single each -> plan.single(each);
                    default -> throw new IllegalStateException(job.name() + " is neither daily nor often nor single");
                }
            }
            return plan;
        }

        private void repeat(Job job, Schedule schedule, Runnable work) {
            threads += job.isLong() ? 1 : 0;
            recurring.add(Tasks.recurring(job.name(), schedule)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN_AFTER))
                    .execute((instance, context) -> run(job, work)));
        }

        private void single(Job.Single job) {
            threads += job.isLong() ? LONG_AT_ONCE : 0;
            var task = job.isLong()
                    ? new FewAtOnce(job)
                    : Tasks.oneTime(job.name())
                            .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN_AFTER))
                            .execute((instance, context) -> run(job, () -> job.run(instance.getId())));
            singles.add(task);
            byName.put(job.name(), task);
        }

        /** How many jobs can be done at once. */
        int threads() {
            return threads;
        }

        private static void run(Job job, Runnable work) {
            try {
                work.run();
            } catch (Throwable e) {
                LOG.log(Level.SEVERE, "The job \"" + job.name() + "\" failed; it is tried again", e);
                throw e;
            }
        }

        List<Task<?>> singles() {
            return singles;
        }

        SchedulerBuilder on(SchedulerBuilder builder) {
            return builder.startTasks(recurring);
        }

        void once(SchedulerClient client, Job.Single job, String about, Instant when) {
            var task = byName.get(job.name());
            if (task == null) {
                throw new IllegalArgumentException("\"" + job.name() + "\" is no bean");
            }
            client.scheduleIfNotExists(task.instance(about), when);
        }
    }

    /** A job that takes long and is asked for one by one. While as many of it as may be are done, the next is put off. */
    private static final class FewAtOnce extends OneTimeTask<Void> {

        private final Job.Single job;
        private final Semaphore places = new Semaphore(LONG_AT_ONCE);

        FewAtOnce(Job.Single job) {
            super(job.name(), Void.class, new FailureHandler.OnFailureRetryLater<>(AGAIN_AFTER));
            this.job = job;
        }

        @Override
        public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
            if (!places.tryAcquire()) {
                return (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(PUT_OFF));
            }
            try {
                return super.execute(instance, context);
            } finally {
                places.release();
            }
        }

        @Override
        public void executeOnce(TaskInstance<Void> instance, ExecutionContext context) {
            Plan.run(job, () -> job.run(instance.getId()));
        }
    }

    /** What the scheduler has to tell would otherwise be lost: it writes to another log. Told once until all is well again. */
    private static final class Troubles extends AbstractSchedulerListener {

        private final Set<SchedulerListener.SchedulerEventType> told = ConcurrentHashMap.newKeySet();

        @Override
        public void onSchedulerEvent(SchedulerListener.SchedulerEventType type) {
            switch (type) {
                case RAN_EXECUTE_DUE -> told.clear();
                case UNEXPECTED_ERROR, FAILED_HEARTBEAT, FAILED_MULTIPLE_HEARTBEATS, UNRESOLVED_TASK -> {
                    if (told.add(type)) {
                        LOG.log(Level.WARNING, "Jobs: {0}; going on with the next look at the table", type);
                    }
                }
                case DEAD_EXECUTION ->
                    LOG.log(Level.WARNING, "Jobs: a node died in the midst of a job, which is done again");
                default -> {}
            }
        }
    }

    /** Ends without interrupting anybody: an interrupt closes the files of H2 under everybody's hands. */
    private static final class Gentle extends ThreadPoolExecutor {

        private volatile Runnable onShutdown = () -> {};

        Gentle(int size, ManagedThreadFactory threads) {
            super(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }

        @Override
        public void shutdown() {
            super.shutdown();
            onShutdown.run();
        }
    }

    /** The same for what is repeated. */
    private static final class GentleTimer extends ScheduledThreadPoolExecutor {

        GentleTimer(ManagedThreadFactory threads) {
            super(1, threads);
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }
    }
}
