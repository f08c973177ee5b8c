const path = require('node:path');

/** The benchmark as one file a program, its modules joined as those of the add-in are. */
module.exports = {
  mode: 'production',
  target: 'node20',
  entry: {
    run: path.join(__dirname, 'run.ts'),
    'memory-run': path.join(__dirname, 'memory-run.ts'),
  },
  output: {
    path: path.join(__dirname, 'node_modules', '.bundle'),
    filename: '[name].js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    parser: { javascript: { createRequire: false } },
    rules: [
      {
        test: /\.ts$/,
        loader: 'ts-loader',
        options: {
          transpileOnly: true,
          configFile: path.join(__dirname, '..', 'tsconfig.json'),
          compilerOptions: { noEmit: false },
        },
      },
    ],
  },
  // What is no code of the house is taken from its package, unchanged.
  externals: [/^[^./]/],
  externalsType: 'commonjs',
  node: { __filename: false, __dirname: false },
  optimization: { minimize: false },
  devtool: false,
  stats: 'errors-warnings',
};
