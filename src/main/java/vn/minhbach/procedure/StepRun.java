package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Steps that are counted together. A procedure with several cases counts its steps from one for each, with a heading between; such a
 * heading is no step, and a text that counts nothing has no "step 1".
 *
 * @param numbered whether these are the steps 1, 2, 3 …, which the page counts; if not, their own words are their headings
 */
public record StepRun(boolean numbered, List<Step> steps) {

    private static final Pattern COUNTED = Pattern.compile("(?iu)bước (?<number>\\d{1,2})(?:: ?(?<title>.+))?");

    /** The runs of a procedure's steps, in their order. */
    public static List<StepRun> of(List<Step> steps) {
        if (steps.size() > 1
                && steps.stream()
                        .noneMatch(step -> COUNTED.matcher(step.title()).matches() || isLettered(step))) {
            return List.of(new StepRun(true, steps));
        }
        var runs = new ArrayList<StepRun>();
        var run = new ArrayList<Step>();
        for (var step : steps) {
            var counted = COUNTED.matcher(step.title());
            var number = counted.matches() ? Integer.parseInt(counted.group("number")) : 0;
            if (number != run.size() + 1) {
                close(runs, run);
            }
            if (number == run.size() + 1) {
                var title = counted.group("title");
                run.add(new Step(title == null ? "" : title, step.text()));
            } else {
                runs.add(new StepRun(false, List.of(step)));
            }
        }
        close(runs, run);
        return List.copyOf(runs);
    }

    private static boolean isLettered(Step step) {
        return step.title().length() > 1 && step.title().charAt(1) == ')';
    }

    private static void close(List<StepRun> runs, List<Step> run) {
        if (!run.isEmpty()) {
            runs.add(new StepRun(true, List.copyOf(run)));
            run.clear();
        }
    }
}
