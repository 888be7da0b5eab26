/** The door of `plots`: pictures of estimates, each with its table twin. Pure; runs in a browser too. */
export { type ChainsInput, pictureChains } from "./chains.ts";
export { type CutsInput, pictureCuts } from "./cuts.ts";
export { type LinkagesInput, type Part, type PartsInput, pictureGroups, pictureLinkages } from "./groups.ts";
export { type ModelsInput, pictureModels } from "./models.ts";
export { listNotDrawn, type NotDrawn } from "./not-drawn.ts";
export { type PairsInput, pictureChapmanPairs, pictureOddsRatios } from "./pairs.ts";
export {
  type Drawing,
  type DrawingDocument,
  type Easel,
  NARROW_WIDTH_PX,
  type Palette,
  type Picture,
  type PictureTable,
  PRINT_PALETTE,
} from "./picture.ts";
export { type PosteriorsInput, picturePosteriors } from "./posteriors.ts";
export { type PredictiveInput, picturePredictive } from "./predictive.ts";
export { pictureReport, type ReportPictures } from "./report-pictures.ts";
export { pictureUpset, type UpsetInput } from "./upset.ts";
export { pictureVariants, type VariantsInput } from "./variants.ts";
export { methodTitle } from "./words.ts";
