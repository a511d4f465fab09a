package vn.minhbach.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.search.Evaluation;
import vn.minhbach.tools.EvaluateCommand;
import vn.minhbach.tools.EvaluationCorpus;

/** Guards the ranking: judged queries over the sample content must not find less than they did. */
class SampleSearchTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSampleIsFoundAsWellAsEver() throws IOException {
        var queries = EvaluateCommand.judged(Path.of("src/test/resources/search/sample-queries.jsonl"));
        var byId = queries.stream().collect(Collectors.toMap(Evaluation.Judged::id, Function.identity()));

        try (var evaluation = Evaluation.over(
                folder, visitor -> EvaluationCorpus.each(Path.of("src/main/resources/sample"), visitor))) {
            var measures = Evaluation.measure(byId, evaluation.run(queries, "typed"));

            assertThat(measures.queries()).isGreaterThanOrEqualTo(60);
            assertThat(measures.recall10()).isGreaterThanOrEqualTo(.94);
            assertThat(measures.ndcg10()).isGreaterThanOrEqualTo(.90);
            assertThat(measures.success1()).isGreaterThanOrEqualTo(.88);
        }
    }
}
