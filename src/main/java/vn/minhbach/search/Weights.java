package vn.minhbach.search;

import java.util.List;

/**
 * How much each field's share of the score counts. Set by {@link Tuner} on judged queries, see the decision record on ranking.
 *
 * @param forms the fields that words are looked for in
 * @param synonym what another name of a typed term counts, against the term itself
 * @param number what a number counts that an item carries
 */
record Weights(List<Form> forms, float synonym, float number) {

    /** One form of a text: its field, whether it holds pairs of syllables, and whether they are without marks. */
    record Form(String field, boolean pairs, boolean folded, float weight) {

        Form weighing(float other) {
            return new Form(field, pairs, folded, other);
        }
    }

    static final Weights TUNED = new Weights(
            List.of(
                    new Form(Fields.TITLE, false, false, 2),
                    new Form(Fields.TITLE_PAIRS, true, false, 1),
                    new Form(Fields.TITLE_FOLDED, false, true, .6f),
                    new Form(Fields.TITLE_FOLDED_PAIRS, true, true, .5f),
                    new Form(Fields.NAMES, false, false, 0f),
                    new Form(Fields.NAMES_PAIRS, true, false, 0f),
                    new Form(Fields.ALL, false, true, 0f),
                    new Form(Fields.BODY, false, false, 1),
                    new Form(Fields.BODY_PAIRS, true, false, .5f),
                    new Form(Fields.BODY_FOLDED, false, true, .5f),
                    new Form(Fields.BODY_FOLDED_PAIRS, true, true, .25f)),
            .5f,
            200);
}
