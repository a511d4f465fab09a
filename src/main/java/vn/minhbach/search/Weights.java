package vn.minhbach.search;

import java.util.List;

/**
 * How much each field's share of the score counts. Set by {@link Tuner} on judged queries, see the decision record on ranking.
 *
 * @param forms the fields that words are looked for in
 * @param synonym what another name of a typed term counts, against the term itself
 * @param number what a number counts that an item carries
 * @param popularity what being looked at most of all counts; the words of a title count some tens
 * @param freshness what being published today counts
 * @param standing what the best standing counts, see {@link SearchDocument#standing()}
 */
record Weights(List<Form> forms, float synonym, float number, float popularity, float freshness, float standing) {

    /** One form of a text: its field, whether it holds pairs of syllables, and whether they are without marks. */
    record Form(String field, boolean pairs, boolean folded, float weight) {}

    static final Weights TUNED = new Weights(
            List.of(
                    new Form(Fields.TITLE, false, false, 1),
                    new Form(Fields.TITLE_PAIRS, true, false, 1),
                    new Form(Fields.NAMES, false, false, .1f),
                    new Form(Fields.NAMES_PAIRS, true, false, .2f),
                    new Form(Fields.BODY, false, false, 1),
                    new Form(Fields.BODY_PAIRS, true, false, .5f),
                    new Form(Fields.FILES, false, false, .3f),
                    new Form(Fields.FILES_PAIRS, true, false, .15f),
                    new Form(Fields.ALL, false, true, .4f)),
            .625f,
            200,
            1.5f,
            1.5f,
            .5f);
}
